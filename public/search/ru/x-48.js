dossierSearch("x-48",[])
<!-- dossier: search/ru/x-48.js -->
