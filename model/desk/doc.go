// Package desk is the front desk: requests with all that is done about them, residents, referrals, and the lists in which a
// site finds them. An action is a type with Do; what is read goes through a session and what its person may see.
//
// What a store keeps ready for it is asked as an Index.
package desk
