dossierSearch("t-43f","Aплан vsB E_военного_сотрудничества_до_2025_года= vsB Bо -M Cбеды 3tB Cграничники _2B Jую -T Bредседательство vhB Q_россии_в_одкб= vhB Cовинции _X Iя 3X J_бадгис= 3X Bутин vZ F= vZ ")
<!-- dossier: search/en/t-43f.js -->
