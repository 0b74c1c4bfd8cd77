package edtf

import (
	"testing"
)

func TestMoment(t *testing.T) {
	for written, want := range map[string]string{
		"2019-11-28 09:06:22 +0000":  "2019-11-28T09:06:22+00:00",
		"2019-11-28 09:06:22":        "2019-11-28T09:06:22",
		"2019-11-28 09:06:22.5 -5":   "2019-11-28 09:06:22.5 -5",
		"2019-11-28T09:06:22.125Z":   "2019-11-28T09:06:22Z",
		"2019-11-28t09:06:22-0400":   "2019-11-28T09:06:22-04:00",
		"2019-11-28\t09:06:22+02":    "2019-11-28T09:06:22+02",
		"2019-11-28 09:06:22 -00:00": "2019-11-28T09:06:22Z",
		"2019-11-28/2019-12-01":      "2019-11-28/2019-12-01",
		"2019-11-28":                 "2019-11-28",
		"28 November 2019, 09:06:22": "28 November 2019, 09:06:22",
	} {
		got := Moment(written)
		if got != want {
			t.Errorf("Moment(%q) = %q, want %q", written, got, want)
		}
		if _, err := Parse(got); err != nil && got != written {
			t.Errorf("%q becomes %q, which is no date: %v", written, got, err)
		}
	}
}
