import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { ConversationPage } from '@/features/conversation/conversation-page';
import { Shell } from './shell';

const TodayPage = lazy(() => import('@/features/today/today-page'));

export function App() {
  return (
    <Shell>
      <Suspense>
        <Routes>
          <Route path="/" element={<ConversationPage />} />
          <Route path="/today" element={<TodayPage />} />
          <Route path="*" element={<Navigate to="/" replace />} />
        </Routes>
      </Suspense>
    </Shell>
  );
}
