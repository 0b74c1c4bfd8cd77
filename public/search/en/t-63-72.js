dossierSearch("t-63-72","0creat SX1 5iv a5 3dit a5 2isis24 kCRB 3tic U3RI 6i l: 2oss ^4^@d26T8l5e@ 1st o7 3= o7 3o FDd1e1Ae1=6]35KV1ES3GKm1?_246>6o14Dn14EW1d2V1e2V244EEU1U1U43S1V1S1W2f1Fe135 4= WL 4_foreign_minist= _i1 5summit_in_bishkek= oH 1ut c[1 ")
<!-- dossier: search/en/t-63-72.js -->
