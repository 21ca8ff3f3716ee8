package arabic

import (
	"strconv"
	"strings"
)

// parseDigits reads a folded number in digits.
func parseDigits(key string) (float64, bool) {
	key = strings.Trim(key, "%")
	key = strings.ReplaceAll(key, string(comma), ",")
	if strings.Contains(key, ":") {
		return 0, false
	}
	whole, decimals, ok := key, "", true
	stops, commas := strings.Count(key, "."), strings.Count(key, ",")
	switch {
	case stops == 1 && commas == 0:
		whole, decimals, _ = strings.Cut(key, ".")
	case commas == 1 && stops == 0:
		left, right, _ := strings.Cut(key, ",")
		if len(right) != 3 || len(left) > 3 {
			whole, decimals = left, right
		} else {
			whole = left + right
		}
	case stops == 1 && strings.Index(key, ".") > strings.LastIndex(key, ","):
		whole, decimals, _ = strings.Cut(key, ".")
		whole, ok = ungroup(whole, ",")
	case commas == 1 && stops > 0 && strings.Index(key, ",") > strings.LastIndex(key, "."):
		whole, decimals, _ = strings.Cut(key, ",")
		whole, ok = ungroup(whole, ".")
	case stops == 0:
		whole, ok = ungroup(key, ",")
	default:
		whole, ok = ungroup(key, ".")
	}
	if !ok {
		return 0, false
	}
	value, err := strconv.ParseFloat(whole+"."+decimals, 64)
	return value, err == nil
}

// ungroup joins groups of three digits.
func ungroup(s, separator string) (string, bool) {
	groups := strings.Split(s, separator)
	for k, group := range groups {
		if k > 0 && len(group) != 3 || len(group) > 3 && len(groups) > 1 {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}
