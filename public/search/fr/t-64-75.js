dossierSearch("t-64-75","0du GV25d1ELE>5f2F3NU1n1n1<3ONM=U13M65Og17EU1Kn5Fk1V256Df13S1W46>EF>N7k3En13 2quel im1 2r Z7mI 3abl im1 ")
<!-- dossier: search/fr/t-64-75.js -->
