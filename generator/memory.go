package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// How much garbage may gather before it is collected. A build makes much of it
// in a short life, so collecting seldom is faster; but a machine that builds a
// site has other work too. So it may be a part of what is in use, but
// never less than is not worth collecting, and no more than pays.
const (
	little         = 20 << 20 // in use, which costs next to nothing to look through
	garbagePercent = 75       // of what is in use beyond that
	leastGarbage   = 10 << 20
	mostGarbage    = 64 << 20
	leastPercent   = 40 // also of very much
)

// leastHeap is what Go takes to be in use at least, also before the first collection, which
// would come after 5 MB: twice while the program starts. It comes after as much as is made by then.
const (
	leastHeap    = 4 << 20
	firstGarbage = 16 << 20
)

// pace says after each collection how much garbage may gather until the next.
type pace struct{ most uint64 } // in use and garbage together, so far, where there was very much

// next is how much may gather, in per cent of what is in use. A program has from the system
// what very much took once: when less is in use, more may gather.
func (p *pace) next(use uint64) int {
	use = max(use, leastHeap)
	may := garbage(use)
	if may > mostGarbage {
		p.most = max(p.most, use+may)
		may = p.most - use
	}
	return int(may * 100 / use)
}

// paceCollector sets, after each collection, how much garbage may gather until
// the next. Whoever sets GOGC or GOMEMLIMIT knows better: then it does nothing,
// and says so.
func paceCollector() (paced bool) {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return false
	}
	debug.SetGCPercent(firstGarbage * 100 / leastHeap)
	p := &pace{}
	afterCollection(func() { debug.SetGCPercent(p.next(inUse())) })
	return true
}

// garbage is how many bytes may gather beside so many in use.
func garbage(use uint64) uint64 {
	most := max(mostGarbage, use*leastPercent/100)
	return min(max((use-min(use, little))*garbagePercent/100, leastGarbage), most)
}

// inUse is how many bytes the last collection found in use.
func inUse() uint64 {
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	if sample[0].Value.Kind() != metrics.KindUint64 {
		return 0
	}
	return sample[0].Value.Uint64()
}

// afterCollection calls do after each collection, as long as the program runs:
// a value that nothing refers to is found by the collector, which then calls
// what is to be done about it.
func afterCollection(do func()) {
	type value struct{ _ *int }
	runtime.AddCleanup(&value{}, func(struct{}) {
		do()
		afterCollection(do)
	}, struct{}{})
}
