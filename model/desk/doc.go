// Package desk is the front desk: requests with all that is done about them, residents, referrals, and the lists in which a
// site finds them. The queue's screen and the commands for requests and residents use it; loop makes evidence of its work.
//
// An action is a type with Do. What is read goes through a session and what its person may see (see model for the verbs).
// What a store keeps ready for the desk is asked as an Index, whose answers no clearance has narrowed down yet.
package desk
