package prose

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestQuote(t *testing.T) {
	long := strings.Repeat("word ", 60)
	for _, tt := range []struct{ name, html, want string }{
		{"whole sentence", "<p>One. Then <a>Kenya</a> spoke. Three.</p>", "Then |Kenya| spoke."},
		{"first sentence", "<p>|Kenya| spoke. Three.</p>", "|Kenya| spoke."},
		{"block ends", "<p>Before</p>\n<ul>\n<li>in |Kenya|</li>\n<li>after</li>\n</ul>", "in |Kenya|"},
		{"inline markup goes", "<p>An <em>old &amp; new</em> |Kenya| <code>x</code>.</p>", "An old &amp; new |Kenya| x."},
		{"line breaks fold", "<p>In\n|Kenya|\ntoday.</p>", "In |Kenya| today."},
		{"initials and abbreviations", "<p>Mr. J. Doe, b. 1950, of |Kenya| said no. 5 left. End.</p>", "Mr. J. Doe, b. 1950, of |Kenya| said no. 5 left."},
		{"lower case goes on", "<p>He asked “why?” and |Kenya| left.</p>", "He asked “why?” and |Kenya| left."},
		{"years end sentences", "<p>It was 2019. |Kenya| left.</p>", "|Kenya| left."},
		{"footnotes go", `<p>Said<sup id="x"><a href="#y">1</a></sup> |Kenya|.</p>`, "Said |Kenya|."},
		{"Russian", "<p>Это было. В |Бишкеке| прошёл саммит. Всё.</p>", "В |Бишкеке| прошёл саммит."},
		{"Chinese", "<p>第一句。第二句在|北京|说。第三句。</p>", "第二句在|北京|说。"},
		{"Chinese, one exclaimed", "<p>开会了！|北京|说？好。</p>", "|北京|说？"},
		{"Chinese quotations stay whole", "<p>他走了。他问：“好吗？真的。”然后在|北京|说：“我走。再见。”很好。完。</p>", "他问：“好吗？真的。”然后在|北京|说：“我走。再见。”很好。"},
		{"Chinese, inside of a quotation", "<p>他说：“你好。我在|北京|住。再见。”完。</p>", "他说：“你好。我在|北京|住。再见。”完。"},
		{"Japanese", "<p>「はい。」と|東京|で言った。（後。前。）終わり。次。</p>", "「はい。」と|東京|で言った。"},
		{"Hindi", "<p>पहला वाक्य। दूसरा |भारत| में। तीसरा।</p>", "दूसरा |भारत| में।"},
		{"Armenian", "<p>Ի՞նչ եղավ։ Նա |Երևան| գնաց։ Հետո։</p>", "Նա |Երևան| գնաց։"},
		{"Amharic", "<p>እሱ ተስማማ። በ|ኢትዮጵያ| ተገናኙ። እንደገና።</p>", "በ|ኢትዮጵያ| ተገናኙ።"},
		{"Burmese, with a comma", "<p>ပထမ။ ဒုတိယ၊ |မြန်မာ| တွင်။ တတိယ။</p>", "ဒုတိယ၊ |မြန်မာ| တွင်။"},
		{"Khmer", "<p>ទីមួយ។ ទីពីរ |កម្ពុជា| នៅ។ ទីបី។</p>", "ទីពីរ |កម្ពុជា| នៅ។"},
		{"Urdu", "<p>پہلا۔ دوسرا |پاکستان| میں۔ تیسرا۔</p>", "دوسرا |پاکستان| میں۔"},
		{"Arabic", "<p>هل وافق؟ قال د. علي في |مصر| لا. ثم.</p>", "قال د. علي في |مصر| لا."},
		{"Hebrew, with short words", "<p>הוא לא. חברי |צה״ל| נפגשו פה. סוף.</p>", "חברי |צה״ל| נפגשו פה."},
		{"Korean, with short words", "<p>비가 온다. 그는 |서울|에 갔다. 끝.</p>", "그는 |서울|에 갔다."},
		{"German quotation marks", "<p>„Nein.“ Danach ging |Kenia|. Ende.</p>", "Danach ging |Kenia|."},
		{"marks of HTML", "<p>He said &quot;No.&quot; Then |Kenya| left. End.</p>", "Then |Kenya| left."},
		{"long sentences are cut between words", "<p>" + long + "|Kenya| " + long + "</p>",
			"…" + strings.Repeat("word ", 32) + "|Kenya|" + strings.Repeat(" word", 32) + "…"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			html, start, end := tt.html, 0, 0
			if i := strings.Index(html, "<a>"); i >= 0 {
				start = i + len("<a")
				end = start
			} else {
				start = strings.IndexByte(html, '|')
				html = strings.Replace(html, "|", "", 1)
				end = strings.IndexByte(html, '|')
				html = strings.Replace(html, "|", "", 1)
			}
			q := Body{HTML: html}.Quote(start, end, nil, "…")
			if got := q.Before + "|" + q.Words + "|" + q.After; got != tt.want {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

// TestCuts: a long sentence is cut between words, else between whole signs.
func TestCuts(t *testing.T) {
	for _, tt := range []struct {
		s          string
		most       int
		start, end string
	}{
		{"one two three", 8, "three", "one two"}, {"one two three", 5, "three", "one"}, {"onetwo", 3, "two", "one"}, {"onetwo", 6, "onetwo", "onetwo"},
		{"中文句子", 6, "句子", "中文"}, {"中文句子", 7, "句子", "中文"}, {"中文。句子", 6, "句子", "中"},
		{"ééé", 5, "éé", "éé"}, {"e\u0301e\u0301", 4, "e\u0301", "e\u0301"}, {"คำที่", 9, "ที่", "คำ"}, {"เกเกเก", 9, "เก", "เก"},
		{"क्षक्ष", 12, "क्ष", "क्ष"}, {"a&amp;b", 5, "b", "a"}, {"각각", 3, "각", "각"},
	} {
		if start, end := cutStart(tt.s, tt.most), cutEnd(tt.s, tt.most); start != tt.start || end != tt.end {
			t.Errorf("%q to %d: %q and %q, want %q and %q", tt.s, tt.most, start, end, tt.start, tt.end)
		}
	}
}

// TestHalves: what is cut leaves no half of a pair.
func TestHalves(t *testing.T) {
	long := strings.Repeat("长", 80)
	for html, want := range map[string]Quote{
		"他说「" + long + "北京」了。" + long:      {"「……" + long[:159], "北京", "」了。"},
		"他说「北京" + long + "」了。":             {"他说「", "北京", long[:159] + "……」"},
		"他说「" + long + "北京" + long + "」了。": {"……" + long[:159], "北京", long[:159] + "……"},
	} {
		at := strings.Index(html, "北京")
		if q := (Body{HTML: html}).Quote(at, at+len("北京"), nil, "……"); q != want {
			t.Errorf("%q, want %q", q, want)
		}
	}
	for s, want := range map[string][2]string{
		"「中（国": {"）」", ""}, "中」国）": {"", "（「"}, "“中”国": {"", ""}, "„Nein“": {"", ""}, "“中": {"”", ""},
	} {
		if shut, open := Halves(s); shut != want[0] || open != want[1] {
			t.Errorf("%s: %s and %s, want %s", s, shut, open, want)
		}
	}
}

// FuzzQuote holds for any HTML text: no panic, whole characters, no tags.
func FuzzQuote(f *testing.F) {
	f.Add("<p>a. B c. D</p>", 6, 7)
	f.Fuzz(func(t *testing.T, html string, start, end int) {
		if !utf8.ValidString(html) || start < 0 || end < start || end > len(html) || !utf8.ValidString(html[:start]) || !utf8.ValidString(html[:end]) {
			return
		}
		q := Body{HTML: html}.Quote(start, end, nil, "…")
		if s := q.Before + q.Words + q.After; !utf8.ValidString(s) {
			t.Errorf("broken characters in %q", s)
		}
	})
}

// TestQuoteLabels: links without words have the names of what they lead to.
func TestQuoteLabels(t *testing.T) {
	html := "<p>Once. In <a>|</a> the <a>|</a> met @Kenya@ at <a>|</a>.</p><p><a>|</a></p>"
	var labels []Insert
	var b strings.Builder
	start, end := 0, 0
	for i, name := 0, "abcd"; i < len(html); i++ {
		switch html[i] {
		case '|':
			labels = append(labels, Insert{b.Len(), "&amp;" + name[len(labels):len(labels)+1]})
		case '@':
			start, end = end, b.Len()
		default:
			b.WriteByte(html[i])
		}
	}
	body := Body{HTML: b.String()}
	want := Quote{"In &amp;a the &amp;b met ", "Kenya", " at &amp;c."}
	if q := body.Quote(start, end, labels, "…"); q != want {
		t.Errorf("a mention: %q", q)
	}
	link := strings.Index(body.HTML, "the <a") + len("the <a")
	want = Quote{"In &amp;a the ", "&amp;b", " met Kenya at &amp;c."}
	if q := body.Quote(link, link, labels, "…"); q != want {
		t.Errorf("a link: %q", q)
	}
}

func TestQuoteIsWhole(t *testing.T) {
	for html, want := range map[string]bool{
		"<p>Then |Kenya| spoke. Three.</p>":                                                     true,
		"<p>Members were |Kenya| and two more:</p>":                                             true,
		"<p>&quot;|Kenya| won,&quot; it says: &quot;at last.&quot;</p>":                         true,
		"<ul><li>|Kenya|</li></ul>":                                                             false,
		"<ul><li>|Kenya|: once</li></ul>":                                                       false,
		"<ul><li>a base on the soil of |Kenya|.</li></ul>":                                      false,
		"<ul><li>In 2019 |Kenya| had a base.</li></ul>":                                         true,
		"<table><tr><td>|Kenya|’s presidency</td></tr></table>":                                 false,
		"<p><strong>|In June 2018|.</strong> An attack.</p>":                                    false,
		"<p>第二句在|北京|说。</p>":                                                                     true,
		"<p>the sea by |Kenya| is warm.</p>":                                                    false,
		"<p>" + strings.Repeat("word ", 60) + "|Kenya| " + strings.Repeat("word ", 60) + "</p>": true,
	} {
		start := strings.IndexByte(html, '|')
		end := strings.LastIndexByte(html, '|') - 1
		b := Body{HTML: strings.ReplaceAll(html, "|", ""), Blocks: []Block{{Start: 0, End: int32(len(html)) - 2}}}
		if got := b.Quote(start, end, nil, "…"); got.Whole() != want {
			t.Errorf("%s: whole %t, want %t: %q", html, !want, want, got)
		}
	}
}

func TestQuoteTells(t *testing.T) {
	const summary = "What the text is about, in a sentence that has some seventy letters."
	for _, tt := range []struct {
		quote   Quote
		summary string
		want    bool
	}{
		{Quote{"The ", "summit", " of the leaders in the capital took up the border of the members."}, summary, true},
		{Quote{"At the ", "summit", " he spoke."}, summary, false},
		{Quote{"At the ", "summit", " he spoke."}, "What he said.", true}, // which says no more
		{Quote{"At the ", "summit", " he spoke."}, "", true},
		{Quote{"These are the six states that are members of the organisation in the year of the ", "summit", ":"}, summary, false},
		{Quote{"These are the six states that are members of the organisation in the year of the ", "summit", ":"}, "", true},
		{Quote{"", "峰会", "讨论了成员国的边界问题，各国领导人还通过了一份联合声明，并同意继续合作。"}, summary, true},
		{Quote{"在", "峰会", "上他讲了话。"}, summary, false},
	} {
		if got := tt.quote.Tells(tt.summary); got != tt.want {
			t.Errorf("%v beside %q tells: %t", tt.quote, tt.summary, got)
		}
	}
}
