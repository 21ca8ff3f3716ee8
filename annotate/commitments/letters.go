package commitments

const (
	alef      = "\u0627"
	alefHamza = "\u0623"
	waw       = "\u0648"
	yeh       = "\u064A"
	teh       = "\u062A"
	nunLetter = "\u0646"
	heh       = "\u0647"
	lam       = "\u0644"
	seen      = "\u0633"
	beh       = "\u0628"

	tehMarbuta = "\u0629"
)
