dossierSearch("t-72-61","0raison l4l6d4ZZ1 2ng oc1]1 2ppel E]7e:j2;m3k1\\G^5 4ort m2\\1R1e1R45d;b4e25n1b4k1U2m1U1c5S1T23l3Bi13 7ent a5 2ssembl im1 ")
<!-- dossier: search/fr/t-72-61.js -->
