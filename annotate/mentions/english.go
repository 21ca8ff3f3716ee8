package mentions

func (f *finder) scanEnglish(from, to int) {}
