dossierSearch("t-39","A9 jS-MtO9GrJ Bm729 qc ")
<!-- dossier: search/en/t-39.js -->
