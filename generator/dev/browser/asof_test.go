package browser

import "fmt"

// chosenDay types days on the pages that show one: in the order of the edition, in
// its words and as EDTF. The states, the network and its table are those of the
// day, and what is no day is said so.
func chosenDay(b *tab, p place) {
	const typed = `(text => { const f = document.getElementById("asof_day"); f.value = text
		f.dispatchEvent(new Event("input")); f.dispatchEvent(new Event("change"))
		return document.getElementById("asof_date").textContent.replace(/\s/g, " ") + (document.getElementById("asof_wrong").textContent ? "!" : "") })(%q)`
	for _, page := range []string{"as-of.html", "graph.html"} {
		b.open(page)
		for _, day := range [][2]string{
			{"09.12.2019", "9 December 2019"}, {"9/12/2019", "9 December 2019"}, {"2019-12-08", "8 December 2019"},
			{"1 january 2007", "1 January 2007"}, {"2019-02", "28 February 2019"}, {"2018", "31 December 2018"},
			{"31.02.2019", "31 December 2018!"}, {"tomorrow", "31 December 2018!"}, {"1.1.2007", "1 January 2007"},
		} {
			expect(b, page+", "+day[0], fmt.Sprintf(typed, day[0]), day[1])
		}
		expect(b, page+", address", `location.hash`, "#2007-01-01")
	}
	expect(b, "rows of Uzbekistan in 2007", `[...document.querySelectorAll(".all tr")].filter(e => e.checkVisibility() && /^.*Uzbekistan.*CSTO|Uzbekistan.*Collective Security Treaty Org/s.test(e.textContent)).length`, 1)
	expect(b, "lines of membership in 2007", `[...document.querySelectorAll(".network g.line-1[data-ends]")].filter(e => e.checkVisibility()).length`, 7)
	eval[bool](b, `document.querySelector("a.node").focus() || true`)
	expect(b, "lit lines", `document.querySelectorAll(".network .scroll .dim").length > 0`, true)
}
