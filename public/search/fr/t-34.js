dossierSearch("t-34","A4 yFjCyDyKzFtOHiIxI B_я_военная_база= _qB Be 0qBHiI7D C_bas_militair= _qB Bth _qB D_military_bas= _qB ")
<!-- dossier: search/fr/t-34.js -->
