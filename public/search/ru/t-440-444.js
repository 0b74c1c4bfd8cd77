dossierSearch("t-440-444","0рф o; 2= o; 2а o; 3= o; 2е o; 3= o; 3м o; 4= o; 2ом o; 4= o; 2у o; 3= o; 1яд DSE ")
<!-- dossier: search/ru/t-440-444.js -->
