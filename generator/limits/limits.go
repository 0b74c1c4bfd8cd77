// Package limits has the limits of what the rooms take, in one place.
package limits

// MaxNameSteps bounds the steps of the search for names in a text. A text that
// begins very many long names and ends none of them makes the search go back
// again and again. Prose of the greatest size takes a tenth.
const MaxNameSteps = 10_000_000
