package mentions

// Letters and endings of Arabic, folded, by their Unicode names in short.
const (
	alef    = "\u0627"
	beh     = "\u0628"
	teh     = "\u062A"
	seen    = "\u0633"
	feh     = "\u0641"
	kaf     = "\u0643"
	lam     = "\u0644"
	meem    = "\u0645"
	noon    = "\u0646"
	heh     = "\u0647"
	waw     = "\u0648"
	yeh     = "\u064A"
	hamza   = "\u0621"
	tanween = "\u064B" // fathatan, the mark of an adverb's end
	article = alef + lam
	toThe   = lam + lam // the preposition written into the article
	allah   = alef + lam + lam + heh
	servant = "\u0639\u0628\u062F" // the first half of names such as "servant of the Merciful"
	plural  = waw + noon
	oblique = yeh + noon // also the dual's
	females = alef + teh
	tenth   = alef + seen + teh // verbs and nouns of the tenth stem begin with it
	tenthM  = meem + seen + teh
)

// pronouns that make a role someone's: his, her, their.
var pronouns = []string{heh, heh + alef, heh + meem, heh + meem + alef}
