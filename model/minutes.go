package model

// MaxMinutes is the most that one time entry can hold: a day and a night.
const MaxMinutes = 24 * 60
