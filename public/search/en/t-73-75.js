dossierSearch("t-73-75","0subject \\1c6c:T9[?\\? 2ccessor lIZ2n9[=d9 3h d5[R1[<S9 2d Wg1 2ggest a5Sh1 2mmari a5 4it \\7W4^2c5\\2_2>l2l2m5e2]3k1k6U1S5Aj1 2pport k4ZAYW1 2r W3g9oV1 2spen T3 6d k>l6[6\\Gi7 1yri WI 4= WI 4a WI]BZ7a8 5= WI 2stem dZ14R8 ")
<!-- dossier: search/en/t-73-75.js -->
