package order

import (
	"slices"
	"testing"
)

func TestTried(t *testing.T) {
	var tried Tried
	for i, tt := range []struct {
		order []int
		want  bool
	}{{[]int{1, 2, 3}, false}, {[]int{2, 1, 3}, false}, {[]int{1, 2, 3}, true}, {nil, false}, {[]int{}, true}, {[]int{1, 2}, false}} {
		if got := tried.Have(tt.order); got != tt.want {
			t.Errorf("%d: was %v tried: %v", i, tt.order, got)
		}
	}
}

func TestFirst(t *testing.T) {
	order := []int{4, 1, 3, 2}
	if got := First(order, 3, 4); !slices.Equal(got, []int{3, 4, 1, 2}) {
		t.Error(got)
	}
	if !slices.Equal(order, []int{4, 1, 3, 2}) {
		t.Error("the order was changed: ", order)
	}
	if got := First(order); !slices.Equal(got, order) {
		t.Error(got)
	}
}
