dossierSearch("x-49",[])
<!-- dossier: search/ru/x-49.js -->
