dossierSearch("t-74-75","0tu RV1f@ 2rkmen ^4^@RAg@ 7_bord_guard= of1 7istan ]4[:n5Mf16]6g1m5e8n7i4 <= WP1 2valu o2b2[]13d3a4 6= o2 ")
<!-- dossier: search/fr/t-74-75.js -->
