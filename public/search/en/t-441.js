dossierSearch("t-441","Aсаммит _Y G_в_бишкеке= _Y Hодкб_в_бишкеке= _Y Bевероатлантического X Bирия nZ F= nZ Bмид v5B E= v5B Bнв nD3J D_iii= _M Bовет v5B F_министров_иностранных_дел= v5B f_одкб= v5B Cединенные _K L_штаты= _K R_америки= _K Cкращению -M Cмнения nD I_вокруг_снв_iii= nD Cтрудничества vsB Bредней -zB Bтратегических -M Bша _KvP D= _K ")
<!-- dossier: search/en/t-441.js -->
