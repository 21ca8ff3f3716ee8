package learn

// Recipes are all recipes, in the order in which they are listed.
func Recipes() []Recipe {
	return []Recipe{
		letterTable(),
		segmentModel(),
		wordList(),
		stanceModel(),
		arabicNames(),
		englishNames(),
	}
}
