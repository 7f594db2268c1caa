plain-title = 잠시만 기다려 주세요
plain-wait = 1분쯤 뒤에 다시 시작합니다.
plain-ask = 급할 때는 가까운 직원에게 물어봐 주세요.
