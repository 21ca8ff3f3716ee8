package terms

// Name returns the keys by which a name is compared: those of its words in
// their order, without the article of Arabic names in Latin letters, which is
// written or left out: "al-Haddaf" and "Haddaf" are one, as «الهداف» and «هداف»
// are.
func Name(name string) []string {
	var keys []string
	for _, term := range Of(name) {
		if term.Key != "al" && term.Key != "el" {
			keys = append(keys, term.Key)
		}
	}
	return keys
}
