dossierSearch("t-62","0badgh gG7[6d1j5 5= gG 5_provinc= gG 2l kGR> 3anc Rc1 2s ^1R4T6gN7U83c3W66 3_militair= _m1 2zar oD 1eaucoup \\Fn:eL 2larus gm11 7= gm1 2soin m4 1ichkek S8_3^2e4]3_2=l2l8_@^3b1a2 7= oe1 2eloruss ^1[6d3\\@2T:S=k7g11 9= gm1 3n C[7e= 2shkek oHoL 7= oe1 7_summ= oH 1okarev k4AT6j9=c6T4g2jFB 7= WT1 2n b;Qb1 2rd WDgR1 1ritann im1 1ut jEcE 1y a5 ")
<!-- dossier: search/fr/t-62.js -->
