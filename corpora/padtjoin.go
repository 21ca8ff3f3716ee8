package corpora

import "strings"

// join changes the word before a pronoun into the form it has there.
func (b *printer) join(pronoun string) {
	host := b.written
	cut := func(n int) string { return host[:len(host)-n*letter] }
	switch {
	case len(host) <= letter:
	case strings.HasSuffix(host, "\u0629"): // ة → ت
		b.rewrite(cut(1) + "\u062A")
	case strings.HasSuffix(host, "\u0649"): // ى → ا
		b.rewrite(cut(1) + "\u0627")
	case strings.HasSuffix(host, "\u0648\u0627") && b.before.UPOS == "VERB": // وا → و
		b.rewrite(cut(1))
	case strings.HasSuffix(host, "\u0621"), strings.HasSuffix(host, "\u0623"): // ء أ
		if seat := seatOf(b.before.Form, pronoun); seat != "" {
			b.rewrite(cut(1) + seat)
		}
	}
}

// seatOf returns the letter on which the hamza at the end of a vocalised form
// is written before a pronoun, "" if it stays.
func seatOf(form, pronoun string) string {
	switch {
	case strings.HasSuffix(form, "\u0650"), pronoun == "\u064A": // kasra, ي
		return "\u0626"
	case strings.HasSuffix(form, "\u064F"): // damma
		return "\u0624"
	}
	return ""
}

// dropped returns what a pronoun loses behind the word before: من and ني are مني.
func (b *printer) dropped(pronoun string) string {
	const noon = "\u0646"
	if (b.written == "\u0645\u0646" || b.written == "\u0639\u0646") && strings.HasPrefix(pronoun, noon) {
		return noon
	}
	return ""
}

// contracts writes the word before as it stands in a contraction with form, and
// reports whether there is one.
func (b *printer) contracts(form string) bool {
	const (
		min, an, fi, alla = "\u0645\u0646", "\u0639\u0646", "\u0641\u064A", "\u0623\u0646" // من عن في أن
		ma, la            = "\u0645\u0627", "\u0644\u0627"                                 // ما لا
	)
	switch {
	case (b.written == min || b.written == an) && (form == ma || form == min && b.written == min),
		b.written == alla && form == la:
		b.rewrite(b.written[:letter])
		return true
	}
	return b.written == fi && form == ma
}

// behindLam returns form as it is written behind ل: the article loses its
// alef, and itself before a word in ل.
func (b *printer) behindLam(word Word, form string) string {
	const al, lam, vocalised = "\u0627\u0644", "\u0644", "\u0627\u064E\u0644"
	if !b.tight || b.written != lam || !isProclitic(b.before) || !strings.HasPrefix(form, al) {
		return form
	}
	if !strings.HasPrefix(word.Form, vocalised) && word.Form != form {
		return form
	}
	rest := form[len(al):]
	if strings.HasPrefix(rest, lam) {
		return rest
	}
	return lam + rest
}

// turned returns a mark as print has it: in the treebank pointed quotation
// marks stand turned.
func turned(form string) string {
	switch form {
	case "\u00BB":
		return "\u00AB"
	case "\u00AB":
		return "\u00BB"
	}
	return form
}

// mark decides whether a mark is written to the word before it.
func (b *printer) mark(form string, next Word) {
	switch form {
	case ".", "\u060C", "\u061B", ":", "\u061F", "!", ")", "\u00BB", "]", "%":
		b.tight = true
	case "/":
		b.tight = true
	case "-", "\u0640":
		b.tight = b.tight || form == "-" && beginsInDigit(b.written) && beginsInDigit(next.Form)
	case `"`, "+":
		b.tight = b.tight || b.open[form]
		b.open[form] = !b.open[form]
	}
}

// tightBehind reports whether the word behind a mark is written to it.
func (b *printer) tightBehind(form string, next Word) bool {
	switch form {
	case "(", "[", "\u00AB", "/":
		return true
	case radix:
		return beginsInDigit(next.Form)
	case "-", ":":
		return beginsInDigit(b.written) && beginsInDigit(next.Form)
	case `"`, "+":
		return b.open[form]
	case ".":
		return next.Form == "."
	}
	return false
}
