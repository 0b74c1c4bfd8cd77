package layout

import "slices"

// SharedRows makes one row of relations of one type that have an end in common and of which the
// same is said, a comma between the names at the other end. Then it gathers rows of one type that
// have one note in common, which is said once; the types come one after the other.
func SharedRows(rows []RelationRow, comma string) []RelationRows {
	rows = joinedRows(rows, comma, func(r *RelationRow) (its, common *[]Link) { return &r.From, &r.To })
	rows = joinedRows(rows, comma, func(r *RelationRow) (its, common *[]Link) { return &r.To, &r.From })
	type saying struct{ name, note string }
	said := func(r RelationRow) saying {
		if len(r.Times) == 1 {
			return saying{r.Name, r.Times[0].Note}
		}
		return saying{name: r.Name}
	}
	shared := map[saying]int{}
	for _, r := range rows {
		shared[said(r)]++
	}
	var sets []RelationRows
	at := map[saying]int{}
	for _, r := range rows {
		is := said(r)
		if is.note == "" || shared[is] == 1 {
			is.note = ""
		} else {
			r.Times = []RelationTime{r.Times[0]}
			r.Times[0].Note = ""
		}
		i, ok := at[is]
		if !ok {
			i = len(sets)
			at[is], sets = i, append(sets, RelationRows{Note: is.note})
		}
		sets[i].Rows = append(sets[i].Rows, r)
	}
	return sets
}

// joinedRows makes one row of those that differ in one of their ends alone.
func joinedRows(rows []RelationRow, comma string, ends func(*RelationRow) (its, common *[]Link)) []RelationRow {
	var joined []RelationRow
	for _, r := range rows {
		its, common := ends(&r)
		at := 0
		for ; at < len(joined); at++ {
			j := &joined[at]
			if _, same := ends(j); slices.Equal(*same, *common) && j.Name == r.Name && j.Spans == r.Spans && j.Ended == r.Ended && slices.EqualFunc(j.Times, r.Times, RelationTime.equal) {
				break
			}
		}
		if at == len(joined) {
			joined = append(joined, r)
			continue
		}
		all, _ := ends(&joined[at])
		*all = slices.Clip(*all)
		for _, link := range *its {
			if link.Before == "" {
				link.Before = comma
			}
			*all = append(*all, link)
		}
	}
	return joined
}
