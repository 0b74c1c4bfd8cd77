dossierSearch("t-444","Aфайл 69B Cкт xFzB Bевр mD0H-BqJ9FrX5H5B Eальск sa Cдерац _L Bинанс xFsX Gир 2rB Bорм 69B Eат 59B Eир serQ Bранцузск xFuXygB ")
<!-- dossier: search/ru/t-444.js -->
