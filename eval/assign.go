package eval

import "math"

// assign pairs n gold items with m answers, one to one, so that the sum of
// weights is greatest. It returns for each item its answer, or -1. Pairs of
// weight 0 are never made.
//
// Source: the Hungarian method in the form of Jonker and Volgenant (1987), by
// shortest augmenting paths with potentials; time n*n*(n+m).
func assign(n, m int, weight func(item, answer int) float64) []int {
	// Every item has a column of its own that stands for "none", at no cost.
	rows, columns := n, m+n
	cost := make([][]float64, rows)
	for i := range cost {
		cost[i] = make([]float64, columns)
		for j := range m {
			cost[i][j] = -weight(i, j)
		}
	}
	taken := shortestPaths(cost, rows, columns)
	pairs := make([]int, n)
	for i := range pairs {
		pairs[i] = -1
	}
	for j, i := range taken[:m] {
		if i >= 0 && cost[i][j] < 0 {
			pairs[i] = j
		}
	}
	return pairs
}

// shortestPaths returns for each column its row in an assignment of least
// cost, or -1.
func shortestPaths(cost [][]float64, rows, columns int) []int {
	rowPotential, columnPotential := make([]float64, rows), make([]float64, columns)
	taken := make([]int, columns)
	for j := range taken {
		taken[j] = -1
	}
	for row := range rows {
		p := path{
			cost: cost, taken: taken, rowPotential: rowPotential, columnPotential: columnPotential,
			least: make([]float64, columns), from: make([]int, columns), used: make([]bool, columns),
		}
		p.augment(row)
	}
	return taken
}

// path is one search for a free column.
type path struct {
	cost                          [][]float64
	taken                         []int
	rowPotential, columnPotential []float64
	least                         []float64 // least reduced cost seen to each column
	from                          []int     // column before it on the path; -1 for the first
	used                          []bool
}

func (p *path) augment(row int) {
	for j := range p.least {
		p.least[j], p.from[j] = math.Inf(1), -1
	}
	last := -1
	for at := row; at >= 0; at = p.taken[last] {
		next, delta := p.relax(at, last)
		p.shift(row, delta)
		last = next
		p.used[last] = true
	}
	for last >= 0 {
		before := p.from[last]
		if before < 0 {
			p.taken[last] = row
		} else {
			p.taken[last] = p.taken[before]
		}
		last = before
	}
}

// relax looks from a row at all free columns and returns the nearest and how
// far it is.
func (p *path) relax(row, last int) (next int, delta float64) {
	next, delta = -1, math.Inf(1)
	for j := range p.least {
		if p.used[j] {
			continue
		}
		if reduced := p.cost[row][j] - p.rowPotential[row] - p.columnPotential[j]; reduced < p.least[j] {
			p.least[j], p.from[j] = reduced, last
		}
		if p.least[j] < delta {
			next, delta = j, p.least[j]
		}
	}
	return next, delta
}

// shift moves the potentials of what was visited, so that the way to the next
// column costs nothing.
func (p *path) shift(row int, delta float64) {
	p.rowPotential[row] += delta
	for j := range p.least {
		if p.used[j] {
			p.rowPotential[p.taken[j]] += delta
			p.columnPotential[j] -= delta
		} else {
			p.least[j] -= delta
		}
	}
}
