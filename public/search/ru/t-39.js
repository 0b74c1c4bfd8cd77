dossierSearch("t-39","A9 kS-MuO-GsJ Bм729 qc ")
<!-- dossier: search/ru/t-39.js -->
