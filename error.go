package isnad

import (
	"errors"
	"fmt"
)

// Kind sorts errors by what the caller can do about them. Each Kind is an
// error itself, so that errors.Is(err, isnad.Invalid) asks for it.
type Kind string

// The kinds of error.
const (
	NotFound    Kind = "not found"   // no such file, article or entity
	Invalid     Kind = "invalid"     // the input breaks a rule that it can be mended to keep
	Unsupported Kind = "unsupported" // the input is of a sort that the program does not read
	TooLarge    Kind = "too large"   // a bound on size, depth or time was reached
	Unreadable  Kind = "unreadable"  // the system refused to give the bytes
	Refused     Kind = "refused"     // a rule forbids it: robots.txt, an address that is not public, a report that was forgotten
	Unavailable Kind = "unavailable" // the other side does not answer, or answers that it cannot now; trying later may help
	Conflict    Kind = "conflict"    // someone else holds or has changed it
	Full        Kind = "full"        // there is no room left to write
)

// Error makes a Kind an error of its own.
func (k Kind) Error() string { return string(k) }

// Error is the one error type of the program: what kind, about what, why, and
// what the user could do.
type Error struct {
	Kind    Kind
	Subject string // the file, address or field at fault
	Cause   error  // never nil
	Hint    string // one sentence for the user; may be empty
}

// Error reads "subject: cause".
func (e *Error) Error() string {
	if e.Subject == "" {
		return e.Cause.Error()
	}
	return e.Subject + ": " + e.Cause.Error()
}

// Unwrap gives both the kind and the cause to errors.Is and errors.As.
func (e *Error) Unwrap() []error { return []error{e.Kind, e.Cause} }

// Errorf makes an [Error] whose cause is formatted as fmt.Errorf does.
func Errorf(kind Kind, subject, format string, args ...any) *Error {
	return &Error{Kind: kind, Subject: subject, Cause: fmt.Errorf(format, args...)}
}

// WithHint returns e with a sentence that tells the user what to do.
func (e *Error) WithHint(hint string) *Error {
	e.Hint = hint
	return e
}

// Hint returns the first hint in err's tree, or "".
func Hint(err error) string {
	var e *Error
	if errors.As(err, &e) {
		return e.Hint
	}
	return ""
}
