dossierSearch("t-39","A9 jS9MtO-GrJ Bm729 qc ")
<!-- dossier: search/fr/t-39.js -->
