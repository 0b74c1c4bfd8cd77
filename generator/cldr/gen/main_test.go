package main

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dossier/generator/dev/npm"
)

type object = map[string]any

func file(t *testing.T, value any) []byte {
	t.Helper()
	text, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func names(n int, prefix string) object {
	all := object{}
	for i := range n {
		all[string(rune('1'+i%9))+strings.Repeat("0", i/9)] = prefix
	}
	for i, key := range []string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"}[:n] {
		all[key] = prefix + string(rune('a'+i))
	}
	return all
}

// locale adds a locale to the packages.
func locale(t *testing.T, packages map[string]npm.Files, tag, long string) {
	gregorian := object{
		"months":      object{"stand-alone": object{"wide": names(12, "m")}, "format": object{"wide": names(12, "of-")}},
		"quarters":    object{"format": object{"wide": names(4, "q")}},
		"eras":        object{"eraAbbr": object{"0": "BC", "1": "AD"}},
		"dateFormats": object{"long": long},
		"dateTimeFormats": object{"availableFormats": object{
			"y": "y", "yMMMM": "LLLL y", "MMMMd": "d MMMM", "yQQQQ": "QQQQ y", "Gy": "y G", "GyMMM": "LLL y G", "GyMMMd": "d MMM y G",
		}},
	}
	main := func(value any) []byte { return file(t, object{"main": object{tag: value}}) }
	packages["cldr-dates-full"]["main/"+tag+"/ca-gregorian.json"] = main(object{"dates": object{"calendars": object{"gregorian": gregorian}}})
	packages["cldr-numbers-full"]["main/"+tag+"/numbers.json"] = main(object{"numbers": object{
		"defaultNumberingSystem": "latn", "symbols-numberSystem-latn": object{"group": ",", "decimal": "."},
	}})
	sides := func(unit string) object {
		return object{"coordinateUnit": object{"north": "{0} " + unit, "south": "{0} Southern", "east": "{0} E", "west": "{0} W"}}
	}
	packages["cldr-units-full"]["main/"+tag+"/units.json"] = main(object{"units": object{"short": sides("N"), "long": sides("Northern")}})
	list := object{"2": "{0} + {1}", "start": "{0}, {1}", "middle": "{0}, {1}", "end": "{0} & {1}"}
	packages["cldr-misc-full"]["main/"+tag+"/listPatterns.json"] = main(object{"listPatterns": object{
		"listPattern-type-standard": list, "listPattern-type-or": list,
	}})
}

func sources(t *testing.T) map[string]npm.Files {
	packages := map[string]npm.Files{"cldr-dates-full": {}, "cldr-numbers-full": {}, "cldr-misc-full": {}, "cldr-units-full": {}, "cldr-core": {
		"LICENSE":                            []byte("licence"),
		"coverageLevels.json":                file(t, object{"effectiveCoverageLevels": object{"xx": "modern", "yy": "basic", "zz": "moderate"}}),
		"supplemental/numberingSystems.json": file(t, object{"supplemental": object{"numberingSystems": object{"latn": object{"_digits": "0123456789"}}}}),
	}}
	locale(t, packages, "xx", "d MMMM y")
	locale(t, packages, "xx-AA", "d MMMM y") // as xx
	locale(t, packages, "xx-BB", "y MMMM d")
	locale(t, packages, "yy", "d MMMM y") // too little is known of it
	return packages
}

func fetcher(packages map[string]npm.Files) func(name, version, integrity string) (npm.Files, error) {
	return func(name, _, _ string) (npm.Files, error) {
		if files, ok := packages[name]; ok {
			return files, nil
		}
		return nil, errors.New("no " + name)
	}
}

func TestRun(t *testing.T) {
	dir := t.TempDir()
	if err := run(fetcher(sources(t)), dir); err != nil {
		t.Fatal(err)
	}
	table, err := os.ReadFile(filepath.Join(dir, "dates.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(table)), "\n")
	if len(lines) != 2 || !strings.HasPrefix(lines[0], "xx\tand={0} + {1}|{0}, {1}|{0}, {1}|{0} & {1}\tcompass={0} Northern|{0} Southern|{0} E|{0} W\tday=d MMMM y\tdecimal=.\tdigits=0123456789\t") || lines[1] != "xx-BB\tday=y MMMM d" {
		t.Errorf("the table is\n%s", table)
	}
	if !strings.Contains(lines[0], "era-day=d MMMM y G\tera-month=LLLL y G") {
		t.Errorf("months are not written in full: %s", lines[0])
	}
}

// TestRunFails takes away one file after another.
func TestRunFails(t *testing.T) {
	for name := range sources(t) {
		packages := sources(t)
		delete(packages, name)
		if err := run(fetcher(packages), t.TempDir()); err == nil {
			t.Errorf("without %s there is a table", name)
		}
		for path := range sources(t)[name] {
			if path == "LICENSE" || strings.Contains(path, "/yy/") {
				continue
			}
			packages := sources(t)
			packages[name][path] = []byte("{")
			if err := run(fetcher(packages), t.TempDir()); err == nil {
				t.Errorf("with a broken %s there is a table", path)
			}
			packages[name][path] = []byte(`{"main": {"xx": {}, "xx-AA": {}, "xx-BB": {}}}`)
			if err := run(fetcher(packages), t.TempDir()); err == nil && strings.HasPrefix(path, "main/") {
				t.Errorf("with an empty %s there is a table", path)
			}
		}
	}
	if err := run(fetcher(sources(t)), filepath.Join(t.TempDir(), "none")); err == nil {
		t.Error("there is no folder and there is a table")
	}
}
