dossierSearch("t-434-440","0дрсмд oc1 5= oc1 5а oc1 6= oc1 5е oc1 6= oc1 6м oc1 7= oc1 5ом oc1 7= oc1 5у oc1 6= oc1 2уг ^1^3C\\8l3d5T24j1l2d6\\7S1R43S1[2l3a2 1снв o< 4= o< 4а o< 5= o< 4е o< 5= o< 5м o< 6= o< 4ом o< 6= o< 4у o< 5= o< 1ушанб SDjAl? ")
<!-- dossier: search/ru/t-434-440.js -->
