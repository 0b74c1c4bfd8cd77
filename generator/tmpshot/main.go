package main

import (
	"context"
	"fmt"
	"os"
	"strconv"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

func main() {
	a := os.Args
	w, _ := strconv.ParseInt(a[3], 10, 64)
	opts := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.NoSandbox, chromedp.ExecPath("/usr/bin/chromium"))
	ctx, c := chromedp.NewExecAllocator(context.Background(), opts...)
	defer c()
	ctx, c2 := chromedp.NewContext(ctx)
	defer c2()
	var f []*emulation.MediaFeature
	switch a[4] {
	case "dark":
		f = append(f, &emulation.MediaFeature{Name: "prefers-color-scheme", Value: "dark"})
	case "forced":
		f = append(f, &emulation.MediaFeature{Name: "forced-colors", Value: "active"})
	case "forceddark":
		f = append(f, &emulation.MediaFeature{Name: "forced-colors", Value: "active"}, &emulation.MediaFeature{Name: "prefers-color-scheme", Value: "dark"})
	}
	em := emulation.SetEmulatedMedia().WithFeatures(f)
	if a[4] == "print" {
		em = em.WithMedia("print")
	}
	var buf []byte
	err := chromedp.Run(ctx, emulation.SetDeviceMetricsOverride(w, 900, 1, false), em, chromedp.Navigate(a[1]))
	if err == nil {
		sel := a[5]
		var box []float64
		err = chromedp.Run(ctx, chromedp.Evaluate(`(()=>{const r=[...document.querySelectorAll(`+strconv.Quote(sel)+`)].find(e=>e.getBoundingClientRect().width>0).getBoundingClientRect();return [r.x,r.y+scrollY,r.width,r.height,document.documentElement.scrollWidth]})()`, &box),
			chromedp.ActionFunc(func(ctx context.Context) error {
				var err error
				buf, err = page.CaptureScreenshot().WithCaptureBeyondViewport(true).WithClip(&page.Viewport{X: box[0] - 14, Y: box[1] - 14, Width: box[2] + 28, Height: min(box[3]+28, 2200), Scale: 1}).Do(ctx)
				return err
			}))
		fmt.Println("scrollWidth", box)
	}
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	os.WriteFile(a[2], buf, 0o644)
}
