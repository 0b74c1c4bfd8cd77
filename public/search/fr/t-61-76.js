dossierSearch("t-61-76","0avaient b;4\\>c;S= 4t k7jc1 3nc k4 4t \\1TAR3;j5l4c6j:3d6b1S2 2ec Cd3<Cn1<d2Lm2e1S2m2k1L44Fk12d3k5m1]25Ec7S1[2j3Cj1 3n k<\\=l1 2oir im1 3n RV1 2ril a5T2d3S1S5<R3Z6CbN 1yant c]1k6 1zerbaidjan l7d3o6SY1 ;= gB 7jan gB := gB ")
<!-- dossier: search/fr/t-61-76.js -->
