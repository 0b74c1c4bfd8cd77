dossierSearch("t-34","A4 zFjCzDyKzFsOHiI7DxE B000 1qBFiI B_й_во_баз= _qB Cю_во_баз= _qB Cя_во_баз= _qB Be _qB C_base_militaire= _qB Bth _qB D_military_base= _qB ")
<!-- dossier: search/ru/t-34.js -->
