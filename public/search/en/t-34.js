dossierSearch("t-34","A4 yFjCzDyKzFtOHiIxI B_я_военная_база= _qB Be _qB C_base_militair= _qB Bth 0qBHiI7D D_militari_base= _qB ")
<!-- dossier: search/en/t-34.js -->
