dossierSearch("x-60",[])
<!-- dossier: search/ru/x-60.js -->
