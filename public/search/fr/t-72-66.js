dossierSearch("t-72-66","0rfe UDlAk< 1ien b;Rb13 2squ ]O 1l UDlAk< 1ol \\7lR1c@ 2ssiisk Z7S]1 8ai Z7S]1 2udak SDjAl? 3g im1 1u jE 2ss ^1^3De1;3d2D7MS5C^3f27e24Gm1W2e6^26EFS1S1U45<C]2o3Ef125 4= o; 4_s_csto_presidency= _Q1 4ian o; 7_fed= o; ")
<!-- dossier: search/fr/t-72-66.js -->
