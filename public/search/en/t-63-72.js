dossierSearch("t-63-72","0creat SX1 5iv a5 3dit a5 2itic U3RI 6i l: 2oss ^4^@d26T8l5e@ 1st o7 3= o7 3o FDd1e1A6]1=6m2=55CV1ES35?>=3e1?_246>6o14Dn14EF?d2=FMe1V2445=EV1U1m2T13S1V1S1U1Oe1GV16;5 4= WL 4_foreign_minist= _i1 5summit_in_bishkek= oH 1ut c[1 ")
<!-- dossier: search/en/t-63-72.js -->
