dossierSearch("t-72-75","0russ CF^3De1;3d2D7MS5C^3f27e24Gm1W2e6^26EFS1S1V46<C^2o3Ef125 4= o; 4_s_csto_presidency= _Q1 4ian o; 7_fed= o; ")
<!-- dossier: search/fr/t-72-75.js -->
