dossierSearch("x-60",[])
<!-- dossier: search/en/x-60.js -->
