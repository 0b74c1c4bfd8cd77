dossierSearch("t-30","A0 yF B00 1qBFiI B2 59B B5 59B Bx 59B ")
<!-- dossier: search/fr/t-30.js -->
