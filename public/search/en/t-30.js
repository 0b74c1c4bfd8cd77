dossierSearch("t-30","A0 yF B00 1qBFiI B2 59B B5 59B Bx 59B ")
<!-- dossier: search/en/t-30.js -->
